// The engine in memory keeps the contract of every engine.
import { MemoryStore } from '../../../data/store/memoryStore';
import { contractSchema, runContract } from './contract';

runContract({ name: 'the engine in memory', open: async () => new MemoryStore(contractSchema) });
