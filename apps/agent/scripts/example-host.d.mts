// The types of example-host.mjs, for tests.
import type { WindowsHost } from '@mailflow-tls/windows-bench';

export declare const exampleLabel: string;
export declare function makeExample(host: WindowsHost): Promise<void>;
