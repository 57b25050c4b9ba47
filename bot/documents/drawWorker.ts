// A thread that draws one agreement and hands its bytes over.
import { parentPort, workerData } from 'node:worker_threads';
import type { AgreementFacts } from './agreementFacts';
import { agreementPdf } from './agreementPdf';

const facts: AgreementFacts = workerData;
agreementPdf(facts).then((pdf) => parentPort?.postMessage(pdf));
