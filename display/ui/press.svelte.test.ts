import { cleanup, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, expect, it, vi } from 'vitest';
import Button from './Button.svelte';

const label = createRawSnippet(() => ({ render: () => '<b>取号</b>' }));

function button(props: { disabled?: boolean; busy?: boolean } = {}) {
	const act = vi.fn();
	render(Button, { children: label, onpress: act, ...props });
	return { node: screen.getByRole('button'), act };
}

/** An event of a finger, as the browser sends it; time is its own, so that presses can lie apart. */
function finger(
	type: string,
	target: EventTarget,
	over: PointerEventInit & { at?: number; detail?: number } = {}
): void {
	const { at = 10_000, ...init } = over;
	const event = new PointerEvent(type, {
		bubbles: true,
		cancelable: true,
		isPrimary: true,
		pointerId: 1,
		pointerType: 'mouse',
		button: 0,
		...init
	});
	Object.defineProperty(event, 'timeStamp', { value: at });
	target.dispatchEvent(event);
}

afterEach(cleanup);

it('a finger that goes down and up in the target acts once, with the click that follows it', () => {
	const { node, act } = button();
	finger('pointerdown', node);
	finger('pointerup', node);
	finger('click', node, { detail: 1 });
	expect(act).toHaveBeenCalledTimes(1);
});

it('it may come up on another part of the same target', () => {
	const { node, act } = button();
	finger('pointerdown', node);
	finger('pointerup', node.querySelector('b') ?? node);
	expect(act).toHaveBeenCalledTimes(1);
});

it('a finger that comes up elsewhere does nothing, also when it returns later', () => {
	const { node, act } = button();
	finger('pointerdown', node);
	finger('pointerup', document.body);
	finger('pointerup', node);
	expect(act).not.toHaveBeenCalled();
});

it('a finger that went down elsewhere does nothing', () => {
	const { node, act } = button();
	finger('pointerdown', document.body);
	finger('pointerup', node);
	finger('click', node, { detail: 1, at: 10_100 });
	expect(act).not.toHaveBeenCalled();
});

it('a scroll that takes the finger over does nothing', () => {
	const { node, act } = button();
	finger('pointerdown', node);
	finger('pointercancel', node);
	finger('pointerup', node);
	expect(act).not.toHaveBeenCalled();
});

it('a second finger and the other mouse button do nothing', () => {
	const { node, act } = button();
	finger('pointerdown', node, { isPrimary: false, pointerId: 2 });
	finger('pointerup', node, { isPrimary: false, pointerId: 2 });
	finger('pointerdown', node, { button: 2 });
	finger('pointerup', node, { button: 2 });
	expect(act).not.toHaveBeenCalled();
});

it('the click after a touch does not hit what has appeared under the finger', () => {
	const first = button();
	finger('pointerdown', first.node, { at: 20_000 });
	finger('pointerup', first.node, { at: 20_050 });
	cleanup();
	const second = button();
	finger('click', second.node, { detail: 1, at: 20_060 });
	expect(first.act).toHaveBeenCalledTimes(1);
	expect(second.act).not.toHaveBeenCalled();
});

it('keys and assistive technology act by their click', () => {
	const { node, act } = button();
	node.click();
	expect(act).toHaveBeenCalledTimes(1);
});

it('a key that repeats acts once', () => {
	const { node } = button();
	const first = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
	const again = new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, repeat: true });
	node.dispatchEvent(first);
	node.dispatchEvent(again);
	expect(first.defaultPrevented).toBe(false);
	expect(again.defaultPrevented).toBe(true);
});

it.each([{ disabled: true }, { busy: true }])('a button that is off does not act: %o', (props) => {
	const { node, act } = button(props);
	finger('pointerdown', node);
	finger('pointerup', node);
	node.click();
	expect(act).not.toHaveBeenCalled();
});
