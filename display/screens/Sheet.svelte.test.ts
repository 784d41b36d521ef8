import { render, screen } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import type { Medium, ScreenSetup } from '#server/views.ts';
import { Glass } from './glass.svelte.ts';
import Sheet from './Sheet.svelte';

// jsdom has no modal dialogs.
beforeAll(() => {
	HTMLDialogElement.prototype.showModal = vi.fn(function (this: HTMLDialogElement) {
		this.open = true;
	});
	HTMLDialogElement.prototype.close = vi.fn();
});

test('D-01 a file that stands in the hall file twice is told once, by what the server found', () => {
	const medium: Medium = {
		...{ file: 'flood.png', kind: 'picture', address: '/media/flood.png', seconds: null, days: null, times: [] },
		...{ from: null, until: null, fault: 'missing' }
	};
	const setup: ScreenSetup = {
		...{ code: 'screen-east', size: null, farthestMetres: null, theme: 'dark', daylight: [], night: [] },
		...{ alsoZones: [], queues: null, windows: null, speaks: true, media: [medium, { ...medium, days: ['monday'] }] }
	};
	const glass = new Glass(() => setup);
	render(Sheet, { open: true, glass, setup, broken: ['flood.png', 'torn.png'], onclose: vi.fn() });
	expect(screen.getAllByTestId('broken').map((node) => node.textContent.trim().split(' ')[0])).toEqual([
		'flood.png:',
		'torn.png:'
	]);
});
