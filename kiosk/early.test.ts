import { expect, test } from 'vitest';
import { aheadId, begin, begunOf, comesAhead, early, earlyElder, earlyZone, tellsOfVisitor } from './early.ts';
import { kioskView } from '#test/fixtures/kiosk.ts';
import { walk } from '#test/fixtures/visit.ts';

const begun = (query: string) => begunOf(new URLSearchParams(query));

/** Where a kiosk stands whose page was opened at this address. */
function at(query: string): { screen: string; zone: string | undefined; item: string | undefined } {
	const { visit, stop } = walk();
	begin(visit, begun(query));
	stop();
	return { screen: visit.screen, zone: visit.browse.shelf?.code, item: visit.item?.code };
}

test('a touch before the script has come stands in the address, and the page goes on from there', () => {
	expect(at('kiosk=kiosk-1')).toEqual({ screen: 'zones', zone: undefined, item: undefined });
	expect(at('kiosk=kiosk-1&zone=insurance')).toEqual({ screen: 'items', zone: 'insurance', item: undefined });
	expect(at('zone=insurance&item=insurance-1')).toEqual({ screen: 'item', zone: 'insurance', item: 'insurance-1' });
	expect(at('page=find').screen).toBe('find');
	expect(at('page=check-in').screen).toBe('check-in');
});

test('K-11 the elder mode was touched before the script had come: it is on, with whatever else was touched; off, it is not', () => {
	const elder = (query: string): unknown[] => {
		const { visit, stop } = walk();
		begin(visit, begun(query));
		stop();
		return [visit.ease.elder, visit.ease.size, visit.browse.shelf?.code];
	};
	expect(elder('elder=on')).toEqual([true, 1, undefined]);
	expect(elder('elder=on&zone=insurance')).toEqual([true, 1, 'insurance']);
	for (const query of ['elder=off&elder=on', 'elder=', 'zone=insurance']) expect(elder(query)[0]).toBe(false);
	expect(['elder=off', 'elder=on', 'elder=1', ''].map((query) => begun(query).elder)).toEqual([
		false,
		true,
		null,
		null
	]);
	expect(earlyElder(false, 'early')).toEqual({ form: 'early', name: 'elder', value: 'on' });
	expect(earlyElder(true, 'early-a')).toEqual({ form: 'early-a', name: 'elder', value: 'off' });
});

test('what the kiosk does not know leads to its first page', () => {
	for (const query of ['zone=nowhere', 'item=nothing', 'page=ticket', 'page=', 'zone=&item='])
		expect(at(query)).toEqual({ screen: 'zones', zone: undefined, item: undefined });
});

test('A-02 an address that tells of a visitor is known as such', () => {
	for (const query of ['zone=a', 'item=a', 'page=find', 'lang=en', 'elder=on', 'elder=off'])
		expect(tellsOfVisitor(new URLSearchParams(`kiosk=kiosk-1&${query}`))).toBe(true);
	expect(tellsOfVisitor(new URLSearchParams('kiosk=kiosk-1&v=3'))).toBe(false);
});

test('where an early touch goes elsewhere, only then is it said', () => {
	expect(early({ name: 'zone', value: 'insurance' })).toEqual({ form: 'early', name: 'zone', value: 'insurance' });
	expect(early(undefined, '/say')).toEqual({ form: 'early', action: '/say' });
});

test('the first touch after the script has come acts at once', () => {
	const { visit, stop } = walk();
	begin(visit, begun('zone=insurance'));
	visit.chooseItem('insurance-1');
	expect(visit.screen).toBe('item');
	stop();
});

test('K-01 the pages of the zones come with the first page where they are few, else a touch asks for one', () => {
	const view = kioskView();
	const [zone] = view.zones;
	const item = zone?.items[0];
	if (!zone || !item) throw new Error('the hall of the test has no item');
	const withItems = (items: number, zones: number) => ({
		...view,
		zones: Array.from({ length: zones }, () => ({ ...zone, items: Array.from({ length: items }, () => item) }))
	});
	expect(comesAhead(withItems(60, 2))).toBe(true);
	expect(earlyZone(withItems(60, 2), 'insurance')).toEqual({ popover: aheadId('insurance') });
	for (const large of [withItems(61, 2), withItems(1, 1)]) {
		expect(comesAhead(large)).toBe(false);
		expect(earlyZone(large, 'insurance')).toEqual(early({ name: 'zone', value: 'insurance' }));
	}
});
