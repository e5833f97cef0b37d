What is next on a granted application names the drawdown; where there are applications, nobody is offered to type amounts by hand.
