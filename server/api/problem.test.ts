import { expect, test } from 'vitest';
import { refused } from '../result.ts';
import type { RefusalCode } from '../rules/refusal.ts';
import { problemOf } from './problem.ts';

test('a device, printer or group that is not there is 404; what a device cannot do now is 409', () => {
	const statuses = (codes: RefusalCode[]): number[] => codes.map((one) => problemOf(refused(one), 'en').status);
	expect(statuses(['device-unknown', 'group-unknown', 'printer-unknown'])).toEqual([404, 404, 404]);
	expect(statuses(['device-off', 'device-on', 'device-cannot'])).toEqual([409, 409, 409]);
});
