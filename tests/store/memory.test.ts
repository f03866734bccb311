import { memoryDriver } from "../../src/store/memory-driver.ts";
import { storeContract } from "./contract.ts";

storeContract("a store in memory", async () => {
  const texts = new Map<string, string>();
  return { open: async () => memoryDriver(texts), discard: async () => undefined };
});
