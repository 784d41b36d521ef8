import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

const FOLDER = 'docs/kiosk';
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const units = readdirSync(join(FOLDER, 'systemd')).filter((name) => /\.(service|timer)$/.test(name));
const CAN_VERIFY = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('K-12 the files of a locked kiosk', () => {
	test('name the hall’s address alike in all of their places', () => {
		const policy = JSON.parse(read('chromium-policy.json')) as Record<string, unknown>;
		const address = /^KIOSK_URL=(http:\/\/[^/]+)\/kiosk\?kiosk=/m.exec(read('kiosk.env'))?.[1];
		expect(policy['URLBlocklist']).toEqual(['*']);
		expect([policy['URLAllowlist'], policy['OverrideSecurityRestrictionsOnInsecureOrigin']]).toEqual([
			[address],
			[address]
		]);
	});

	test('are all told of in the guide', () => {
		const guide = read('README.md');
		for (const unit of units) {
			const told = unit.replace(/\.(service|timer)$/, '').replace(/-(dark|light)$/, '-{dark,light}');
			expect(guide, unit).toContain(told);
		}
	});

	test('bring glyphs for the rare hanzi of names', () => {
		const packages = /^ +apt install (.*)$/m.exec(read('README.md'))?.[1]?.split(' ');
		expect(packages).toEqual(expect.arrayContaining(['fonts-noto-cjk', 'fonts-hanazono']));
	});

	test('leave compositor and sound the folder in which their sockets stand', () => {
		const unit = read('systemd/guidedesk-kiosk.service');
		expect(unit).toContain('\nProtectSystem=strict\n');
		// It would hide /run/user together with /home and /root.
		expect(unit).not.toMatch(/^ProtectHome=(yes|true|1|tmpfs|read-only)/m);
		expect(unit).toMatch(/^ReadWritePaths=\/run\/user$/m);
		expect(unit).toContain('\nInaccessiblePaths=-/home -/root\n');
	});

	test.skipIf(!CAN_VERIFY)('are units that systemd finds no fault with', () => {
		const folder = mkdtempSync(join(tmpdir(), 'units-'));
		onTestFinished(() => rmSync(folder, { recursive: true }));
		// A machine that builds has no compositor; which program is started is not what is asked here.
		for (const unit of units)
			writeFileSync(join(folder, unit), read(`systemd/${unit}`).replace('/usr/bin/cage', '/bin/true'));
		const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...units.map((unit) => join(folder, unit))]);
		expect([status, stderr.toString()]).toEqual([0, '']);
	});

	test('leave no key with which a chord could be held', () => {
		const keys = [...read('xkb/guidedesk').matchAll(/key <(\w+)> \{[^}]*\[ (\w+) \]/g)].map(([, key, symbol]) => [
			key,
			symbol
		]);
		for (const key of [
			'LCTL',
			'RCTL',
			'LALT',
			'RALT',
			'LWIN',
			'RWIN',
			'LVL3',
			'MENU',
			'PRSC',
			'FK01',
			'FK04',
			'FK11',
			'FK12'
		])
			expect(keys, key).toContainEqual([key, 'VoidSymbol']);
	});
});
