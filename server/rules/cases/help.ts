import type { CaseAct, CaseKind, Standing } from './kind.ts';

const ANYBODY: readonly Standing[] = ['owner', 'colleague', 'overseer'];

const CALLED_OFF: CaseAct = { to: null, by: ['visitor', 'system', ...ANYBODY], closes: 'called-off' };

/**
 * A call for help (K-05): somebody at a kiosk, or with a number, wants a volunteer, sign language, a wheelchair or a member of
 * staff. Whoever goes becomes its owner; it is over when that person is there.
 */
export const HELP: CaseKind = {
	...{ code: 'help', prefix: 'H', first: 'called' },
	...{ impartial: false, coded: false, freezes: false, explainsDelay: false },
	roles: ['guide', 'supervisor', 'administrator'],
	seenBy: ['desk:work'],
	remindBefore: [],
	escalateAfter: [{ minutes: 0 }, { minutes: 3 }],
	stages: {
		called: {
			due: { term: { minutes: 2 }, from: 'stage' },
			acts: { coming: { to: 'coming', by: ANYBODY, takes: true }, 'called-off': CALLED_OFF }
		},
		coming: {
			due: { term: { minutes: 5 }, from: 'stage' },
			acts: {
				there: { to: null, by: ANYBODY, takes: true, closes: 'helped' },
				'called-off': CALLED_OFF
			}
		}
	}
};
