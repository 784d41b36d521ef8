import { addDeviceEvent, getDeviceState, printerCounts, restartCount, saveHand, saveRoll } from '#db/devices.ts';
import type { Tx } from '#db/group.ts';
import type { DeviceAct, DeviceStateRow, OffReason } from '#db/schema.ts';
import { addSlip } from '#db/slips.ts';
import { today, type Hall } from '../hall.ts';
import type { Who } from '../people/who.ts';
import { done, refused, type Result } from '../result.ts';
import { metresOf } from '../rules/devices/paper.ts';
import { isGroup, laneOf } from '../watch/hands.ts';
import { thingOf, type Thing } from '../watch/things.ts';
import { NO_HAND } from '../watch/watch.ts';

/** A device, as the address of its page names it. */
export interface DeviceName {
	kind: string;
	code: string;
}

/** Takes a device out of work: a printer gets no slips and its group goes on, a board is left alone, no alarm is raised. */
export function disable(hall: Hall, who: Who, name: DeviceName, reason: OffReason): Promise<Result<DeviceStateRow>> {
	return change(hall, who, name, (row, at) =>
		row.off_at === null
			? { act: 'off', reason, row: { ...row, off_reason: reason, off_by: who.name, off_at: at } }
			: 'device-off'
	);
}

/** Puts it back to work. */
export function enable(hall: Hall, who: Who, name: DeviceName): Promise<Result<DeviceStateRow>> {
	return change(hall, who, name, (row) =>
		row.off_at === null
			? 'device-on'
			: { act: 'on', reason: null, row: { ...row, off_reason: null, off_by: null, off_at: null } }
	);
}

/**
 * Lets a printer print for another group until the day ends; null: for its own again. Slips that wait stay with the group
 * they were asked for.
 */
export function moveDuty(
	hall: Hall,
	who: Who,
	name: DeviceName,
	group: string | null
): Promise<Result<DeviceStateRow>> {
	return change(hall, who, name, (row, _, thing) => {
		if (thing.group === null) return 'device-cannot';
		if (group !== null && !isGroup(hall, group)) return 'group-unknown';
		const away = group === null || group === thing.group ? null : group;
		const moved = { moved_group: away, moved_day: away === null ? null : today(hall) };
		return { act: 'moved', reason: away ?? thing.group, row: { ...row, ...moved } };
	});
}

/** Another device stands at this place from now on: what was counted of the former one is written into the history. */
export function replace(hall: Hall, who: Who, name: DeviceName): Promise<Result<DeviceStateRow>> {
	return change(hall, who, name, async (row, at, thing, tx) => {
		const of = thing.kind === 'printer' ? (await printerCounts(tx.k, tx.hall)).find(isOf(thing)) : undefined;
		if (of) await restartCount(tx.k, tx.hall, thing.code, at);
		const reason = of ? `${String(of.slips)} ${metresOf(of.dots).toFixed(1)} ${String(of.errors)}` : null;
		return { act: 'replaced', reason, row };
	});
}

/** A new roll was put in, told by hand. */
export function rollChanged(hall: Hall, who: Who, name: DeviceName): Promise<Result<DeviceStateRow>> {
	return change(hall, who, name, async (row, at, thing, tx) => {
		const of = thing.kind === 'printer' ? (await printerCounts(tx.k, tx.hall)).find(isOf(thing)) : undefined;
		if (!of) return 'device-cannot';
		// What the sensor says stays what it says.
		await saveRoll(tx.k, { ...of, roll_at: at, roll_slips: 0, roll_dots: 0 });
		return { act: 'roll-changed', reason: 'by-hand', row };
	});
}

/** Asks a device to show that it works: a page, a text, a sentence, an answer. Who drives the devices hears it from the ledger. */
export function test(hall: Hall, who: Who, name: DeviceName): Promise<Result<DeviceStateRow>> {
	return change(hall, who, name, (row, _, thing) =>
		thing.tests ? { act: 'tested', reason: null, row } : 'device-cannot'
	);
}

type Refusal = 'device-off' | 'device-on' | 'device-cannot' | 'group-unknown';
interface Done {
	act: DeviceAct;
	reason: string | null;
	row: DeviceStateRow;
}
type Step = (row: DeviceStateRow, at: number, thing: Thing, tx: Tx) => Promise<Done | Refusal> | Done | Refusal;

function change(hall: Hall, who: Who, { kind, code }: DeviceName, step: Step): Promise<Result<DeviceStateRow>> {
	const thing = thingOf(hall.setup, kind, code);
	if (!thing) return Promise.resolve(refused('device-unknown', `${kind} ${code}`));
	return hall.write(async (tx) => {
		const at = hall.clock.now();
		const row = (await getDeviceState(tx.k, tx.hall, { kind: thing.kind, device: code })) ?? unheard(tx, thing, at);
		const took = await step(row, at, thing, tx);
		if (typeof took === 'string') return refused(took, `${kind} ${code}`);
		await saveHand(tx.k, took.row);
		const event = { hall: tx.hall, kind: thing.kind, device: code, at, act: took.act, reason: took.reason } as const;
		await addDeviceEvent(tx.k, { ...event, from_state: null, to_state: null, by_whom: who.staff ?? who.name });
		const line = { act: `device.${took.act}`, actor: who.name, ticket: null, window: null, queue: null };
		const body = { of: kind, device: code, ...(took.reason === null ? {} : { reason: took.reason }) };
		const id = await tx.note({ ...line, at, day: today(hall), body });
		if (took.act === 'tested' && thing.kind === 'printer') await testPage(tx, hall, thing, { id, at });
		return done(took.row);
	});
}

/** A page that only this printer may print, even while it is out of work: so it is seen whether it is mended. */
async function testPage(tx: Tx, hall: Hall, { code }: Thing, { id, at }: { id: number; at: number }): Promise<void> {
	const empty = { ticket: null, printer: null, attempts: 0, reprint_of: null, reason: null };
	const slip = { hall: tx.hall, id, day: today(hall), kind: 'test', group: laneOf(code), ...empty };
	await addSlip(tx.k, { ...slip, state: 'queued', body: '{}', created_at: at, changed_at: at });
}

function unheard(tx: Tx, { kind, code }: Thing, at: number): DeviceStateRow {
	const standing = { state: 'unknown', reason: null, since_at: at, heard_at: null, looked_at: at } as const;
	return { hall: tx.hall, kind, device: code, ...standing, ...NO_HAND };
}

function isOf({ code }: Thing): (row: { printer: string }) => boolean {
	return ({ printer }) => printer === code;
}
