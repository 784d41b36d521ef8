import type { Attachment } from 'svelte/attachments';

/** What scrolls can be reached with Tab, so that keys scroll it too: `<ul {@attach reachable}>`. */
export const reachable: Attachment<HTMLElement> = (node) => {
	node.tabIndex = 0;
};
