/** Work that can be left and taken up again: a server breathes between the steps, a test or a bench does not. */
export type Steps<T> = Generator<undefined, T>;

/** Does all the steps at once. */
export function atOnce<T>(steps: Steps<T>): T {
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}
