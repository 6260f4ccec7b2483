// The version of the collector, as its metrics and `--version` tell it.
export const collectorVersion = '0.1.0';
