A space can ask its bookers to check in; what nobody came for is given back by `kommunalhub tick`.
