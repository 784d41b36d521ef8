import type { CaseAct, CaseKind, CaseStage, Standing } from './kind.ts';

/** Whoever of the staff is there deals with it; whose it is comes after. */
const ANYBODY: readonly Standing[] = ['owner', 'overseer', 'colleague'];

const MEASURE: CaseAct = { to: null, by: ANYBODY, text: 'needed' };

const ANY_TIME: CaseStage['acts'] = { measure: MEASURE, 'report-up': MEASURE };

const FALSE_ALARM: CaseStage['acts'] = {
	'false-alarm': { to: null, by: ANYBODY, text: 'needed', closes: 'false-alarm' }
};

/**
 * Something that happens in the hall 突发事件: reported, acknowledged by whoever goes, who owns it from then on, dealt with on
 * the spot, ended, and closed with what was learnt. Until it is acknowledged, level after level is told.
 */
export const INCIDENT: CaseKind = {
	...{ code: 'incident', prefix: 'E', first: 'reported', impartial: false, coded: false },
	...{ freezes: false, explainsDelay: false, remindBefore: [] },
	roles: ['guide', 'supervisor', 'administrator'],
	seenBy: ['incident:see'],
	calls: { opened: 'incident', late: 'incident-late' },
	stages: {
		reported: {
			due: 'given',
			acts: { acknowledge: { to: 'acknowledged', by: ANYBODY, text: 'free', takes: true }, ...FALSE_ALARM, ...ANY_TIME }
		},
		acknowledged: {
			due: { term: { minutes: 15 }, from: 'stage', urgent: { minutes: 5 } },
			acts: { arrive: { to: 'on-spot', by: ANYBODY, text: 'free' }, ...FALSE_ALARM, ...ANY_TIME }
		},
		'on-spot': {
			due: { term: { hours: 4 }, from: 'stage', urgent: { hours: 1 } },
			acts: { end: { to: 'ended', by: ANYBODY, text: 'needed' }, ...FALSE_ALARM, ...ANY_TIME }
		},
		ended: {
			due: { term: { workdays: 3 }, from: 'stage' },
			acts: { close: { to: null, by: ['owner', 'overseer'], text: 'needed', closes: 'learnt' }, ...ANY_TIME }
		}
	}
};
