import { expect, onTestFinished, test } from 'vitest';
import { alphaDriver, type AlphaSign } from '#display/led/alpha.ts';
import { virtualAlphaSign } from '#display/led/virtual/alpha-sign.ts';
import { openBus } from '#printer/wire/bus.ts';
import { virtualClock } from '#test/fakes/clock.ts';
import { slotsOn } from './slots.ts';
import { virtualBus } from './virtual-bus.ts';

const SIGN: AlphaSign = {
	...{ type: 'Z', columns: 8, text: 'A', strings: ['1', '2'], colour: 'red', mode: 'hold', answers: true }
};

test.each([1, 4])('a sign that refuses %i steps of its preparation still has them in their order', async (refused) => {
	const clock = virtualClock();
	const line = virtualBus('line', { timers: clock });
	const sign = virtualAlphaSign(5, SIGN);
	let left = refused;
	sign.setFault('rejecting', true);
	line.attach('sign', {
		...sign,
		receive: (bytes, now) => {
			if (left-- <= 0) sign.setFault('rejecting', false);
			return sign.receive(bytes, now);
		}
	});
	const bus = openBus(line.wire, { timers: clock });
	onTestFinished(() => bus.close());
	const slots = slotsOn(bus, { code: 'sign', address: 5 }, alphaDriver(SIGN));
	slots.join();
	slots.show({ lines: ['A001', 'to 3'] }, { priority: 'call', onOutcome: () => undefined });
	await clock.advance(200_000);
	expect(sign.shown(clock.now())).toEqual(['A001', 'to 3']);
});
