// English words for facts that could not be used: what is wrong, and how to mend it.
export const problems = {
  empty: {
    problem: 'It holds no text.',
    remedy: 'Gather the facts again with `mailflow-tls check --save-facts` and copy the whole file.',
  },
  tooLarge: {
    problem: 'It is larger ({size}) than facts are allowed to be ({limit}).',
    remedy:
      'Facts of one host take less than a megabyte. Check that this is the right file, or split the list of hosts.',
  },
  tooDeep: {
    problem: 'It nests lists and objects more than {limit} levels deep, which facts never do.',
    remedy: 'Check that this is a file that `mailflow-tls check --save-facts` wrote.',
  },
  truncated: {
    problem: 'It ends too early, at line {line}, column {column}.',
    remedy: 'The copy is incomplete: copy the file again, or gather the facts again.',
  },
  notJson: {
    problem: 'It is not JSON: line {line}, column {column} does not fit ({found}).',
    remedy:
      'Check that this is a file that `mailflow-tls check --save-facts` wrote and that nobody edited it.',
  },
  notText: {
    problem: 'It is not text in UTF-8 or UTF-16.',
    remedy:
      'Check that this is a file that `mailflow-tls check --save-facts` wrote, unpacked and not converted.',
  },
  newerVersion: {
    problem: 'Its facts ({path}) have version {found}; this program understands version {known}.',
    remedy: 'A newer mailflow-tls wrote it: judge it with that version, or with a newer one.',
  },
  olderVersion: {
    problem: 'Its facts ({path}) have version {found}; this program understands version {known}.',
    remedy: 'Gather the facts again on the host with this version of mailflow-tls.',
  },
  notFacts: {
    problem: 'It is JSON, but neither facts nor a report: {path} is {found}.',
    remedy: 'Name a file that `mailflow-tls check --save-facts` or `--format json` wrote.',
  },
  noHosts: {
    problem: 'It is a list without any host.',
    remedy: 'Name a file with the facts of at least one host.',
  },
  wrongShape: {
    problem: 'The field {path} should be {expected} and is {found}.',
    remedy: 'The file was edited or written by another program: gather the facts again, or mend this field.',
  },
} as const;
