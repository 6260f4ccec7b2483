// Each collector has one intake: its counts and limits hold for all ways in.
import type { Collector } from '../collector.ts';
import { Intake, type IntakeOptions } from './intake.ts';

const intakes = new WeakMap<Collector, Intake>();

/** Options count only for the first call. */
export function intakeOf(collector: Collector, options: IntakeOptions = {}): Intake {
  let intake = intakes.get(collector);
  if (intake === undefined) {
    intake = new Intake(collector, options);
    intakes.set(collector, intake);
  }
  return intake;
}
