import { config } from 'zod';

// zod tries `new Function` to be faster; a strict content security policy would report that. Must be imported before any schema is made.
config({ jitless: true });
