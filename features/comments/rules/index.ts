export { closesAt, type Discussion, isOpen, replyDepth, submissionsPerTenMinutes } from './discussion';
export { askFilter, type Met, signsOf } from './filter';
export { type Faults, typedFaults } from './typed';
export { countLinks, type Facts, judge, type Limits, type Verdict } from './verdict';
export { readWordList, type WordList, wordsOf } from './words';
