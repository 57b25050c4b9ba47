// A page to come.
export default function Page() {
  return null;
}
