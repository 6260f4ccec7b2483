// The version of this package, as reports carry it; a test holds it to package.json.
export const coreVersion = '0.1.0';
