// One self-contained page with the pictures of a simulation.
import type { SimulationRun } from '../runSimulation';

export const resultPage = ({ result }: SimulationRun): string =>
  `<!doctype html><title>${result.policyVersion}</title>`;
