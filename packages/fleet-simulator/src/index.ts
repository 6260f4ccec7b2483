// A fleet that does not exist: for tests, benchmarks and the demo.
export { createFleet, type FleetOptions } from './fleet.ts';
export { createRandom, type Random } from './random.ts';
export type { SimulatedHost } from './simulated-host.ts';
