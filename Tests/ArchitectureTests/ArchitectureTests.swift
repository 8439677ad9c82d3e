import AdvocateTestSupport
import Testing

@Suite struct ArchitectureTests {}
