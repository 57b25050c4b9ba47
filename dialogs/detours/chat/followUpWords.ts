// The words of questions, and of asking on: read once, since every message is held against them.
import { z } from 'zod';
import { wordPattern } from '../../talk/acts/wordPatterns';
import words from './followUpWords.json';

const pattern = wordPattern();
const ofLanguage = z.strictObject({
  opens: pattern,
  asks: pattern,
  why: pattern,
  more: pattern,
  plainlyAsks: pattern,
});

export const followUpWords = z.strictObject({ 'zh-CN': ofLanguage, 'en-US': ofLanguage }).parse(words);
