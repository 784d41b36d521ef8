import { expect, test } from 'vitest';
import { startOf } from './kiosk-start.ts';

test('K-08 a page that fails at a kiosk leads back to that kiosk, and one on a phone to none', () => {
	const at = (address: string): string | null => startOf(new URL(address, 'http://hall.test'));
	expect(at('/t/unknown?kiosk=east-1&lang=en')).toBe('/kiosk?kiosk=east-1');
	expect(at('/say?kiosk=a%26b')).toBe('/kiosk?kiosk=a%26b');
	expect(at('/kiosk')).toBe('/kiosk');
	expect(at('/c/123456789012?lang=en')).toBeNull();
});
