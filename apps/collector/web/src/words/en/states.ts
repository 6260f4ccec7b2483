// English names of the states of hosts: the core's, here because the first page needs no more of the core's words.

export const states = {
  failing: 'Failing',
  restartNeeded: 'Restart needed',
  unknown: 'Unknown',
  atRisk: 'At risk',
  ready: 'Ready',
  none: 'No report yet',
};
