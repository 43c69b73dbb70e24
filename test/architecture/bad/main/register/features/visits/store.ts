// store-is-only-storage
import '../../rpc/dispatch.ts';
