// A thread that reads one file of the bank's book and hands its rows over part by part, when asked for the next.
import { parentPort, workerData } from 'node:worker_threads';
import { type FileToRead, readRows } from './readRows';

const file: FileToRead = workerData;
const read = readRows(file);
const parts = read.ok ? [...read.parts] : [];
parentPort?.on('message', () => parentPort?.postMessage(parts.shift() ?? null));
parentPort?.postMessage(read.ok ? { ...read, parts: [] } : read);
