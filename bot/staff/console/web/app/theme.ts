// The console's look: the bank's green, quiet greys that keep AA contrast on white, and room for dense tables.
import type { ThemeConfig } from 'antd';

export const colours = {
  primary: '#0b5d57',
  ink: '#17212b',
  quiet: '#55626f',
  line: '#e3e8ec',
  ground: '#f6f8f9',
  good: '#1a7f4b',
  warn: '#9a5b00',
  bad: '#b42318',
  info: '#1f5fa8',
} as const;

export const family =
  'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

export const theme: ThemeConfig = {
  token: {
    // Nothing moves for those who asked their system for stillness.
    motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    colorPrimary: colours.primary,
    colorLink: colours.primary,
    colorLinkHover: '#0f7a72',
    colorSuccess: colours.good,
    colorWarning: colours.warn,
    colorError: colours.bad,
    colorInfo: colours.info,
    colorInfoBg: '#eef4fb',
    colorInfoBorder: '#c9dcf1',
    colorSuccessBg: '#eef8f2',
    colorSuccessBorder: '#bfe3cf',
    colorWarningBg: '#fff8eb',
    colorWarningBorder: '#f2dcae',
    colorErrorBg: '#fdf1ef',
    colorErrorBorder: '#f3cdc8',
    colorText: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextTertiary: '#667380',
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#6b7782',
    colorBorderSecondary: colours.line,
    colorBgLayout: colours.ground,
    borderRadius: 6,
    borderRadiusLG: 10,
    fontFamily: family,
    fontSize: 14,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Layout: { siderBg: '#ffffff', bodyBg: colours.ground, headerBg: '#ffffff' },
    Menu: { itemHeight: 36, itemMarginInline: 8, itemMarginBlock: 2, itemBorderRadius: 6, itemSelectedBg: '#e6f1ef' },
    Table: { headerBg: '#f9fafb', headerColor: colours.quiet, cellPaddingBlockMD: 10, headerSplitColor: 'transparent' },
    Card: { headerFontSize: 14, bodyPadding: 16, headerHeight: 44 },
    Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 16 },
    Descriptions: { itemPaddingBottom: 8 },
    Tabs: { horizontalItemPadding: '10px 0' },
  },
};
