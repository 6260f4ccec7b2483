// English words of the frame around the pages.

export const shell = {
  product: 'Mailflow TLS',
  skip: 'Skip to the content',
  navigation: 'Pages',
  openNavigation: 'Show the pages',
  closeNavigation: 'Hide the pages',
  pages: {
    overview: 'Overview',
    hosts: 'Hosts',
    rules: 'Rules',
    matrix: 'Matrix',
    mailFlow: 'Mail flow',
    explain: 'Explain',
    settings: 'Settings',
  },
  theme: {
    label: 'Colours',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
  },
  language: 'Language',
  loading: 'Loading …',
  offline: {
    title: 'The collector does not answer.',
    body: 'What you see is what was last read. This page tries again by itself.',
    again: 'Try now',
  },
  notFound: {
    title: 'There is no such page',
    body: 'The address may have been cut off when it was copied.',
    home: 'Go to the overview',
  },
  crashed: {
    title: 'This page failed',
    body: 'The other pages still work. Reload this one; when it fails again, report the text below.',
    reload: 'Reload',
  },
  unfinished: 'This page is not there yet.',
  newer: 'Show what is newer',
};
