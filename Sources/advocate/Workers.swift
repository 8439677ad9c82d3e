import AdvocateReports
import CMallocSystem
import Glibc

/// Judges chunks on several threads, and gives the pieces back in the order of the chunks.
///
/// A class, because the threads share it. All that they share stands behind its lock.
final class Workers {
  private let plan: BatchPlan
  private var lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var change = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var threads: [pthread_t] = []
  private var waiting: [(number: Int, chunk: BatchChunk)] = []
  private var done: [Int: BatchPiece] = [:]
  private var counts: [BatchCounts] = []
  private var isClosed = false
  private var given = 0
  private var taken = 0
  /// Does the work itself where there is one thread only.
  private var own: BatchWorker?

  init(_ plan: BatchPlan, threads count: Int) {
    self.plan = plan
    Self.keepMemory()
    pthread_mutex_init(lock, nil)
    pthread_cond_init(change, nil)
    guard count > 1 else {
      own = BatchWorker(plan)
      return
    }
    for _ in 0..<count {
      var thread = pthread_t()
      let shared = Unmanaged.passRetained(self)
      let status = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<Workers>.fromOpaque(context).takeRetainedValue().work() }
          return nil
        }, shared.toOpaque())
      if status == 0 { threads.append(thread) } else { shared.release() }
    }
    if threads.isEmpty { own = BatchWorker(plan) }
  }

  deinit {
    pthread_mutex_destroy(lock)
    pthread_cond_destroy(change)
    lock.deallocate()
    change.deallocate()
  }

  /// Lets the memory of one chunk serve the next: given back to the system and asked for anew, it
  /// would be cleared each time, and two threads would wait for each other there.
  private static func keepMemory() {
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 1 << 30)
  }

  /// How many chunks are begun and not taken back.
  var pending: Int { given - taken }

  /// How many chunks may be pending, so that nobody waits and memory stays small.
  var most: Int { threads.isEmpty ? 0 : 2 * threads.count }

  /// Gives a chunk to whoever is free.
  func give(_ chunk: BatchChunk) {
    if let own {
      done[given] = own.process(chunk)
      given += 1
      return
    }
    pthread_mutex_lock(lock)
    waiting.append((given, chunk))
    given += 1
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(lock)
  }

  /// The next piece in the order of the chunks; waits for it.
  func take() -> BatchPiece? {
    guard taken < given else { return nil }
    defer { taken += 1 }
    if own != nil { return done.removeValue(forKey: taken) }
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while done[taken] == nil { pthread_cond_wait(change, lock) }
    return done.removeValue(forKey: taken)
  }

  /// Ends the threads, and gives what all of them counted.
  func finish() -> BatchCounts? {
    if let own { return own.tally() }
    pthread_mutex_lock(lock)
    isClosed = true
    pthread_cond_broadcast(change)
    pthread_mutex_unlock(lock)
    for thread in threads { pthread_join(thread, nil) }
    guard var sum = counts.first else { return nil }
    for other in counts.dropFirst() { sum.add(other) }
    return sum
  }

  /// What each thread does.
  private func work() {
    let worker = BatchWorker(plan)
    pthread_mutex_lock(lock)
    while true {
      if waiting.isEmpty {
        if isClosed { break }
        pthread_cond_wait(change, lock)
        continue
      }
      let (number, chunk) = waiting.removeFirst()
      pthread_mutex_unlock(lock)
      let piece = worker.process(chunk)
      pthread_mutex_lock(lock)
      done[number] = piece
      pthread_cond_broadcast(change)
    }
    counts.append(worker.tally())
    pthread_mutex_unlock(lock)
  }
}
