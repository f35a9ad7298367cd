import { readMind } from '../src/build-advisor.ts';
import { benchAnswers } from './answers.ts';
import { reference, referenceName } from './reference.ts';
import { median } from './samples.ts';
import { benchStart } from './start.ts';
import { figure } from './table.ts';
import { benchUnderstanding } from './understanding.ts';

/** Prints how fast answers are, what their steps take, how reading grows with the length, and what a start costs. */
export const benchSpeed = async (): Promise<void> => {
  const unit = median(Array.from({ length: 2000 }, reference));
  console.log(
    `Times beside a × are multiples of ${referenceName}, measured all along: ${figure(unit)} µs here.`,
  );
  const mind = readMind();
  await benchAnswers(mind);
  benchUnderstanding(mind);
  benchStart();
};
