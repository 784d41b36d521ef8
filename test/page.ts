/** What is found by waiting for it in a page of a unit test comes when the machine has time for it. */
import { configure } from '@testing-library/svelte';

configure({ asyncUtilTimeout: 15_000 });
