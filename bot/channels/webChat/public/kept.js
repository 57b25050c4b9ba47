// What this browser keeps for us: for this tab, and for longer. Where a frame may keep nothing, it lasts as long as the page.

function keptBy(name) {
  try {
    const storage = window[name];
    storage.getItem('assistant');
    return storage;
  } catch {
    const values = new Map();
    return {
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
      removeItem: (key) => void values.delete(key),
    };
  }
}

export const inTab = keptBy('sessionStorage');
export const inBrowser = keptBy('localStorage');
