const displays = process.env.VASTAANOTTO_DISPLAYS?.split(' ') ?? [];
const own = displays[Number(process.env.VITEST_POOL_ID) - 1];

// Two apps on one screen would take the keyboard from each other.
if (own) process.env.DISPLAY = own;
