// Loaded before a build: its clock goes 400 days and some hours ahead, in every process of it.
const ahead = 400.37 * 86_400_000
const RealDate = Date
globalThis.Date = class extends RealDate {
  constructor(...args) {
    if (args.length === 0) super(RealDate.now() + ahead)
    else super(...args)
  }
  static now() {
    return RealDate.now() + ahead
  }
}
