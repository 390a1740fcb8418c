import {
  createBaseThemeOptions,
  createUnifiedTheme,
  defaultTypography,
  genPageTheme,
  palettes,
} from '@backstage/theme';

const navigation = {
  background: '#171717',
  indicator: '#9bf0e1',
  color: '#d4d4d4',
  selectedColor: '#ffffff',
  navItem: { hoverBackground: '#2b2b2b' },
  submenu: { background: '#262626' },
};

const typography = {
  ...defaultTypography,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
};

const components = {
  MuiCardHeader: {
    styleOverrides: { title: { fontSize: '1rem', fontWeight: 600 } },
  },
  BackstageSidebarItem: {
    styleOverrides: {
      root: { height: 40 },
      label: { fontWeight: 500, fontSize: '0.875rem' },
      selected: { '&$root': { background: '#2b2b2b' } },
    },
  },
};

function pageThemes(background: string, fontColor: string) {
  const home = genPageTheme({
    colors: [background, background],
    shape: 'none',
    options: { fontColor },
  });
  return { home, other: home };
}

/** The colours follow those of Backstage UI, so that older components fit beside it. */
export const lightTheme = createUnifiedTheme({
  ...createBaseThemeOptions({
    palette: {
      ...palettes.light,
      background: { default: '#f5f5f5', paper: '#ffffff' },
      primary: { main: '#1f5493' },
      secondary: { main: '#0f766e' },
      link: '#1f5493',
      linkHover: '#163a66',
      navigation,
    },
    defaultPageTheme: 'home',
    typography,
    pageTheme: pageThemes('#ffffff', '#171717'),
  }),
  components,
});

export const darkTheme = createUnifiedTheme({
  ...createBaseThemeOptions({
    palette: {
      ...palettes.dark,
      background: { default: '#333333', paper: '#424141' },
      primary: { main: '#9cc9ff' },
      secondary: { main: '#9bf0e1' },
      link: '#9cc9ff',
      linkHover: '#83b9fd',
      navigation,
    },
    defaultPageTheme: 'home',
    typography,
    pageTheme: pageThemes('#424141', '#ffffff'),
  }),
  components,
});
