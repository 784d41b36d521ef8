import type { CasePerson } from '../rules/cases/standing.ts';

/** Whoever has the code of a case and nothing else; a member of staff who types one in answers for its visitor only. */
export const HOLDER: CasePerson = { staff: null, name: 'visitor', works: false, oversees: false, holdsCode: true };
