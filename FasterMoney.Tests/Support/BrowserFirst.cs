using FasterMoney.Tests.Support;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer($"FasterMoney.Tests.Support.{nameof(BrowserFirst)}", "FasterMoney.Tests")]

namespace FasterMoney.Tests.Support;

/// <summary>The browsers' tests run one after another and take the longest: begun last, they would leave a processor idle at the end.</summary>
public sealed class BrowserFirst : ITestCollectionOrderer
{
    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderByDescending(collection => collection.DisplayName is BrowserTests.Name or LookingTests.Name);
}
