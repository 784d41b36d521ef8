import type { DevicesView } from '#server/devices/view.ts';

/** What is wrong with a device, in the words of the desk. */
export type Ailment =
	| 'paper-low'
	| 'paper-out'
	| 'cover-open'
	| 'cutter-jam'
	| 'head-up'
	| 'jam'
	| 'not-taken'
	| 'unreachable'
	| 'troubled'
	| 'silent'
	| 'mute'
	| 'disk-full'
	| 'gone'
	| 'too-far'
	| 'media';

const PRINTER: Partial<Record<string, Ailment>> = {
	'paper-low': 'paper-low',
	'paper-out': 'paper-out',
	'cover-open': 'cover-open',
	'cutter-jam': 'cutter-jam',
	'head-up': 'head-up',
	jam: 'jam',
	'not-taken': 'not-taken',
	unreachable: 'unreachable',
	overheated: 'troubled',
	error: 'troubled'
};

/** The devices that need a hand, by the name on the device, with what is wrong. */
export function ailing({ printers, boards, screens, agents }: DevicesView): { name: string; state: Ailment }[] {
	return [
		...printers.flatMap(({ code, state }) => stated(code, PRINTER[state])),
		...boards.flatMap((board) => stated(board.code, boardState(board))),
		...screens.flatMap((screen) => stated(screen.device, screenState(screen))),
		...agents.flatMap((agent) => stated(agent.code, agentState(agent)))
	];
}

function stated(name: string, state: Ailment | undefined): { name: string; state: Ailment }[] {
	return state === undefined ? [] : [{ name, state }];
}

function agentState({ state, trouble }: DevicesView['agents'][number]): Ailment | undefined {
	// One that never came is not missed: its machine may not be there yet.
	if (state !== 'here') return state === 'gone' ? 'gone' : undefined;
	return trouble === 'disk' ? 'disk-full' : undefined;
}

function boardState({ quarantined, outcome }: DevicesView['boards'][number]): Ailment | undefined {
	if (quarantined || outcome === 'timeout') return 'silent';
	return outcome === 'rejected' ? 'troubled' : undefined;
}

function screenState({ connected, sound, sight, broken }: DevicesView['screens'][number]): Ailment | undefined {
	if (!connected) return 'gone';
	if (sound === 'refused' || sound === 'failed') return 'mute';
	if (sight && sight.readable < sight.farthest) return 'too-far';
	return broken.length > 0 ? 'media' : undefined;
}
