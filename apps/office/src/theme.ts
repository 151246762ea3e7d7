import { designTokens } from '@gongkai/contract';
import type { ThemeConfig } from 'antd';

const { colours, fonts, radius, row } = designTokens;

const family = fonts.sans.map((name) => (name.includes(' ') ? `"${name}"` : name)).join(', ');

/** Only what floats casts a shadow. */
const floating = '0 6px 24px rgb(27 34 43 / 0.14)';

const lineHeight = 22;

/** Paper, ink, hairlines and one accent: the tokens that the portal has, set into Ant Design. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.accent,
    colorInfo: colours.accent,
    colorLink: colours.accent,
    colorLinkHover: colours.accentStrong,
    colorLinkActive: colours.accentStrong,
    colorError: colours.red,
    colorWarning: colours.amber,
    colorSuccess: colours.green,
    colorTextBase: colours.ink,
    colorText: colours.ink,
    colorTextSecondary: colours.second,
    colorTextTertiary: colours.second,
    colorTextDescription: colours.second,
    colorTextPlaceholder: colours.second,
    colorTextDisabled: colours.second,
    colorBorder: colours.control,
    colorBorderSecondary: colours.line,
    colorSplit: colours.line,
    colorBgLayout: colours.paper,
    colorPrimaryBg: colours.accentGround,
    colorPrimaryBgHover: colours.accentGround,
    colorErrorBg: colours.redGround,
    colorErrorBorder: colours.redHatch,
    colorWarningBg: colours.amberGround,
    colorWarningBorder: colours.mark,
    colorSuccessBg: colours.greenGround,
    colorInfoBg: colours.accentGround,
    colorInfoBorder: colours.lineStrong,
    colorFillAlter: colours.ground,
    fontFamily: family,
    fontSize: 14,
    lineHeight: lineHeight / 14,
    borderRadius: radius,
    borderRadiusLG: radius,
    controlHeight: 36,
    controlOutlineWidth: 3,
    boxShadow: floating,
    boxShadowSecondary: floating,
    boxShadowTertiary: 'none',
    // Nothing moves: calmer to work with, and nothing to wait for.
    motion: false,
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', contentFontSize: 14 },
    Table: {
      // A row's hairline counts.
      cellPaddingBlock: (row - 1 - lineHeight) / 2,
      cellPaddingBlockMD: (row - 1 - lineHeight) / 2,
      cellPaddingInline: 12,
      headerBg: colours.ground,
      headerColor: colours.second,
      headerSplitColor: 'transparent',
      headerBorderRadius: 0,
      rowHoverBg: colours.ground,
      borderColor: colours.line,
    },
    Form: { verticalLabelPadding: '0 0 4px', itemMarginBottom: 20, labelColor: colours.ink },
    Tabs: { horizontalMargin: '0 0 20px 0', titleFontSize: 14 },
    Alert: { defaultPadding: '8px 12px', withDescriptionPadding: '10px 12px', withDescriptionIconSize: 16 },
    Modal: { titleFontSize: 18 },
    Drawer: { fontSizeLG: 18 },
    Tooltip: { colorBgSpotlight: colours.ink },
  },
};

/** The same tokens for our own style sheet, as custom properties of the page. */
export const setTokens = (root: HTMLElement): void => {
  for (const [name, value] of Object.entries(colours))
    root.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value);
  root.style.setProperty('--sans', family);
  root.style.setProperty('--mono', fonts.mono.join(', '));
};
