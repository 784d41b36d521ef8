import { expect, test } from 'vitest';
import type { DevicesView } from '#server/devices/view.ts';
import { text } from '#test/fixtures/screens.ts';
import { ailing } from './ailing.ts';

const printer = (code: string, state: string): DevicesView['printers'][number] => ({
	...{ code, name: text(code, code), group: 'hall', virtual: false, width: 80, state, since: 0, queued: 0 },
	...{ papers: [], slips: [], knows: [], faults: [] }
});
const screen = (device: string, over: Partial<DevicesView['screens'][number]>): DevicesView['screens'][number] => ({
	...{ device, zone: null, connected: true, sound: 'on', lastSpoken: null, lastSeen: 0, sight: null, broken: [] },
	...over
});
const board = (code: string, over: Partial<DevicesView['boards'][number]>): DevicesView['boards'][number] => ({
	...{ code, name: text(code, code), driver: 'modbus', bus: 'a', address: 1, virtual: false, wanted: [], shown: null },
	...{ outcome: 'acked', at: 0, substituted: [], quarantined: false, knows: [], faults: [] },
	...over
});

const agent = (
	code: string,
	state: DevicesView['agents'][number]['state'],
	trouble: 'disk' | null
): DevicesView['agents'][number] => ({
	...{ code, name: text(code, code), state, since: 0, trouble }
});

test('G-10 what needs a hand is named, and nothing else', () => {
	const devices: DevicesView = {
		seq: 1,
		printers: [printer('p1', 'ready'), printer('p2', 'paper-out'), printer('p3', 'unknown'), printer('p4', 'error')],
		boards: [board('b1', {}), board('b2', { quarantined: true }), board('b3', { outcome: 'rejected' })],
		screens: [screen('s1', {}), screen('s2', { sound: 'refused' }), screen('s3', { connected: false })],
		idReaders: [],
		agents: [
			agent('a1', 'here', null),
			agent('a2', 'here', 'disk'),
			agent('a3', 'gone', null),
			agent('a4', 'never', null)
		],
		keyLines: [],
		scanners: []
	};
	expect(ailing(devices).map(({ name, state }) => `${name} ${state}`)).toEqual([
		'p2 paper-out',
		'p4 troubled',
		'b2 silent',
		'b3 troubled',
		's2 mute',
		's3 gone',
		'a2 disk-full',
		'a3 gone'
	]);
});
