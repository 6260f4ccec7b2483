// Runs this package's tests with the settings that all packages share.
import base from '../../vitest.base.ts';

export default base;
