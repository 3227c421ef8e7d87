import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
} from '@fluentui/react-components'

/** The green of the product, from nearly black to nearly white. */
const brand: BrandVariants = {
  10: '#02110e',
  20: '#06231d',
  30: '#07362d',
  40: '#08453a',
  50: '#0a5346',
  60: '#0b5f52',
  70: '#0c6a5b',
  80: '#0d7364',
  90: '#2b8374',
  100: '#439285',
  110: '#5ba196',
  120: '#73b1a7',
  130: '#8cc0b8',
  140: '#a5d0ca',
  150: '#bfdfdb',
  160: '#dceeeb',
}

/** As the system's setting reads; Chinese faces stand before the general ones. */
const fontFamilyBase =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", ' +
  '"Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

export const lightTheme: Theme = { ...createLightTheme(brand), fontFamilyBase }

const dark = createDarkTheme(brand)

/** The darker greens are too dim for words on black. */
export const darkTheme: Theme = {
  ...dark,
  fontFamilyBase,
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorBrandForegroundLinkHover: brand[130],
  colorBrandForegroundLinkPressed: brand[130],
  colorNeutralForeground2BrandSelected: brand[120],
  colorCompoundBrandForeground1: brand[120],
  colorCompoundBrandForeground1Hover: brand[130],
  colorCompoundBrandForeground1Pressed: brand[130],
  colorCompoundBrandStroke: brand[110],
}
