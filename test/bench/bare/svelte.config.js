import adapter from '@sveltejs/adapter-node';

/** The smallest SvelteKit server with our adapter: what the framework costs without us. */
/** @type {import('@sveltejs/kit').Config} */
export default { kit: { adapter: adapter({ out: 'build' }) } };
