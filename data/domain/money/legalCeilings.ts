// What no policy may exceed, whoever approves it. Sources stand beside each figure; a change here needs counsel, not a form.

export const legalCeilings = {
  /** Months; 商业银行信用卡业务监督管理办法 (2011) Art. 70: a personal instalment agreement runs at most five years. */
  instalmentCountMax: 60,
  /** Share of 1 a year, effective, all fees in; SPC 法发〔2017〕22号 Art. 2: above it a court may cut back. */
  yearlyCostMax: 0.24,
} as const;
